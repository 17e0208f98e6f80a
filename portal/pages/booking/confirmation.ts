export async function insertConfirmation(..._: unknown[]): Promise<void> {}
