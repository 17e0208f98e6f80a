import type { Socket } from 'node:net';
import type { EvidenceData } from '@enkaku/shared/evidence/kinds.ts';
import { limits } from '@enkaku/shared/evidence/limits.ts';
import { no, unknown, yes } from '@enkaku/shared/model/observed.ts';
import { type Guard, GuardError, type Place, ProbeError } from '../../guard/guard.ts';
import { readBytes } from '../read-bytes.ts';
import { bounded } from '../wire/bounded.ts';
import { type Protocol, type Question, readReply } from './protocol.ts';

type Reply = EvidenceData['service-reply']['replies'][number];

const connectMs = 5000;
export const answerMs = 6000;
const maxBytes = 16_384;
/** Datagrams get lost: one more try. */
const triesMs: readonly number[] = [2000, 3000];

/** One question on a connection, or with a datagram, of its own. @throws GuardError */
export async function ask(
  guard: Guard,
  place: Place,
  protocol: Protocol,
  question: Question,
): Promise<Reply> {
  const { name, transport } = protocol;
  const answerTo = transport === 'tcp' ? askOverTcp : askOverUdp;
  const answer =
    question.webPort === undefined
      ? await answerTo(guard, place, protocol, question)
      : await askForPage(guard, { ...place, port: question.webPort }, protocol, question);
  return { protocol: name, asked: question.asked, answer };
}

/** A port that the target named: asked if it is in the order, which the target did not write. */
async function askForPage(
  guard: Guard,
  place: Place,
  protocol: Protocol,
  question: Question,
): Promise<Reply['answer']> {
  try {
    await guard.turnForRequest();
    return await askOverTcp(guard, place, protocol, question);
  } catch (error) {
    if (error instanceof GuardError && error.code === 'out-of-scope') return unknown('not-attempted');
    throw error;
  }
}

async function askOverTcp(
  guard: Guard,
  place: Place,
  { tls }: Protocol,
  question: Question,
): Promise<Reply['answer']> {
  try {
    const options = { timeoutMs: connectMs };
    const socket: Socket =
      tls === 'direct' ? await guard.connectTls(place, options) : await guard.connectTcp(place, options);
    if (question.say !== undefined) socket.write(question.say);
    const isWhole = question.isWhole ?? ((bytes: Buffer) => readReply(question, bytes) !== undefined);
    let turn = 0;
    const until = (soFar: Buffer) => {
      const word = question.next?.(soFar, turn);
      if (word !== undefined) {
        socket.write(word);
        turn += 1;
      }
      return isWhole(soFar);
    };
    const { bytes, end } = await readBytes(socket, { maxBytes, deadlineMs: answerMs, until });
    if (bytes.length === 0) return unknown(end === 'done' || end === 'full' ? 'garbled' : end);
    return readAnswer(question, bytes);
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error;
    return error.reason === 'refused' ? no : unknown(error.reason);
  }
}

async function askOverUdp(
  guard: Guard,
  place: Place,
  _: Protocol,
  question: Question,
): Promise<Reply['answer']> {
  try {
    for (const timeoutMs of triesMs) {
      let source = place;
      const heardFrom = (from: Place) => {
        source = from;
      };
      const accept = (datagram: Buffer) => datagram.length > 0;
      const answer = await guard.exchangeUdp(place, question.say ?? Buffer.alloc(0), {
        timeoutMs,
        accept,
        ...(question.anyPort ? { heardFrom } : {}),
      });
      if (source.address !== place.address) return unknown('garbled');
      if (answer !== undefined) return readAnswer(question, answer.subarray(0, maxBytes));
    }
    return unknown('timeout');
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error;
    return error.reason === 'refused' ? no : unknown(error.reason);
  }
}

function readAnswer(question: Question, bytes: Buffer): Reply['answer'] {
  const facts = readReply(question, bytes);
  if (facts === undefined) return unknown('garbled');
  return yes({
    bytes: bytes.toString('hex', 0, question.keep),
    text: bounded(bytes.toString('utf8', 0, question.keep), limits.line),
    facts: Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [name, bounded(value, limits.line)]),
    ),
  });
}
