import { each, isObject, type Json } from '../foreign.ts';

/**
 * Version 1 kept neither the additional section nor the OPT record nor times, asked no name servers of a zone and
 * checked no signature. All questions that need these are new, so an old evidence has none of them.
 */
export const dnsAnswersUpgrades = [
  (data: Json): Json => ({
    servers: [],
    signatures: [],
    digests: [],
    ...data,
    questions: each(data.questions, timeless),
  }),
];

function timeless(question: unknown): unknown {
  if (!isObject(question)) return question;
  return { endedMs: null, answeredFrom: null, ...question, answer: complete(question.answer) };
}

function complete(answer: unknown): unknown {
  if (!isObject(answer) || !isObject(answer.value)) return answer;
  return { ...answer, value: { additional: [], edns: null, ...answer.value } };
}
