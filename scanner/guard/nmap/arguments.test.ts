import { describe, expect, it } from 'vitest';
import { GuardError } from '../guard.ts';
import { notForNmap, readWish } from './arguments.ts';

describe('what a probe may ask of nmap', () => {
  it('discovery and identification of listed ports → read', () => {
    expect(readWish(['-sS', '-p', 'T:22,80-81'])).toMatchObject({ scan: 'half-open', ports: [22, 80, 81] });
    const identify = ['-sT', '-sV', '--version-intensity', '5', '-p', 'T:22'];
    expect(readWish(identify)).toMatchObject({ scan: 'connect', identify: true, args: identify });
  });

  it.each([
    ['another target', ['-sT', '-p', 'T:22', '192.0.2.1']],
    ['a list of targets', ['-sT', '-p', 'T:22', '-iL/etc/passwd']],
    ['scripts', ['-sT', '-p', 'T:22', '--script=vuln']],
    ['scripts by category', ['-sT', '-p', 'T:22', '-sC']],
    ['everything at once', ['-A', '-p', 'T:22']],
    ['a rate', ['-sT', '-p', 'T:22', '--min-rate', '9999']],
    ['an output file', ['-sT', '-p', 'T:22', '-oN', '/tmp/x']],
    ['all intensities', ['-sT', '-sV', '--version-intensity', '9', '-p', 'T:22']],
    ['all ports in spite of printers', ['-sT', '-sV', '--allports', '-p', 'T:22']],
    ['UDP', ['-sU', '-p', 'U:53']],
    ['both kinds of scan', ['-sS', '-sT', '-p', 'T:22']],
    ['no kind of scan', ['-p', 'T:22']],
    ['no ports', ['-sT']],
    ['ports that are none', ['-sT', '-p', 'T:0']],
    ['an option for a value', ['-sT', '-p', '--script']],
  ])('%s → not permitted', (_, args) => {
    expect(() => readWish(args)).toThrow(GuardError);
  });

  it.each([...notForNmap])('the version of port %d → not permitted, but finding it open is', (port) => {
    expect(() => readWish(['-sT', '-sV', '-p', `T:${port}`])).toThrow(GuardError);
    expect(readWish(['-sT', '-p', `T:${port}`]).ports).toEqual([port]);
  });
});
