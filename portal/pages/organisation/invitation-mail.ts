export async function insertInvitationMail(..._: unknown[]): Promise<void> {}
