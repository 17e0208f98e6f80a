/** The body of a response as text. @throws RangeError as soon as it is longer than `limitBytes` */
export async function readLimited(response: Response, limitBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > limitBytes) throw new RangeError(`the answer is longer than ${limitBytes} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
