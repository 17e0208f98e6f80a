import { describe, expect, test } from 'vitest';
import { buildSsh, buildSshKexinit } from '../../evidence/ssh-kexinit/build.fixture.ts';
import { no, unknown, yes } from '../../model/observed.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { bannerEol } from './banner/eol.ts';
import { bannerVersion } from './banner/version.ts';
import { dheat } from './dheat.ts';
import { mgmtExposedOnGear } from './mgmt-exposed-on-gear.ts';
import { sshVendor } from './vendor.ts';

/** A greeting; whether its version is told, mended no more, its vendor known, and of network gear. */
test.each([
  ['SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u7', 'info verified', 'safe', 'safe', 'not-applicable'],
  ['SSH-2.0-OpenSSH_8.4p1 Debian-5+deb11u3', 'info verified', 'safe', 'safe', 'not-applicable'],
  ['SSH-2.0-OpenSSH_8.2p1 Ubuntu-4ubuntu0.13', 'info verified', 'safe', 'safe', 'not-applicable'],
  ['SSH-2.0-OpenSSH_7.9p1 Debian-10+deb10u2', 'info verified', 'high inferred', 'safe', 'not-applicable'],
  ['SSH-2.0-OpenSSH_8.0', 'info verified', 'safe', 'safe', 'not-applicable'],
  ['SSH-2.0-OpenSSH_7.4', 'info verified', 'high inferred', 'safe', 'not-applicable'],
  ['SSH-2.0-OpenSSH_10.0', 'info verified', 'safe', 'safe', 'not-applicable'],
  ['SSH-2.0-dropbear_2022.83', 'info verified', 'safe', 'info inferred', 'not-applicable'],
  ['SSH-2.0-dropbear_2019.78', 'info verified', 'high inferred', 'info inferred', 'not-applicable'],
  ['SSH-2.0-dropbear_0.52', 'info verified', 'high inferred', 'info inferred', 'not-applicable'],
  ['SSH-2.0-dropbear', 'safe', 'safe', 'info inferred', 'not-applicable'],
  ['SSH-2.0-Cisco-1.25', 'info verified', 'safe', 'info inferred', 'medium inferred'],
  ['SSH-2.0-ROSSSH', 'safe', 'safe', 'info inferred', 'medium inferred'],
  ['SSH-2.0-Comware-7.1.064', 'info verified', 'safe', 'info inferred', 'medium inferred'],
  ['SSH-2.0-FortiSSH', 'safe', 'safe', 'info inferred', 'medium inferred'],
  ['SSH-2.0-libssh_0.9.6', 'info verified', 'safe', 'info inferred', 'not-applicable'],
  ['SSH-2.0-Go', 'safe', 'safe', 'safe', 'not-applicable'],
  ['SSH-2.0-not Cisco', 'safe', 'safe', 'safe', 'not-applicable'],
])('%s → its version, age, vendor and kind', (banner, ...outcomes) => {
  const evidence = buildSshKexinit({}, yes(banner));
  const checks = [bannerVersion, bannerEol, sshVendor, mgmtExposedOnGear];
  expect(checks.map((check) => outcomeOf(check, evidence))).toEqual(outcomes);
});

describe.each([
  ['ssh.banner.version', bannerVersion],
  ['ssh.banner.eol', bannerEol],
  ['ssh.vendor', sshVendor],
  ['ssh.mgmt-exposed-on-gear', mgmtExposedOnGear],
])('%s', (_, check) => {
  test.each([
    ['silence', unknown('timeout'), 'undetermined: timeout'],
    ['another language', unknown('garbled'), 'undetermined: garbled'],
    ['a closed port', no, 'not-applicable'],
  ])('%s → never an accusation', (__, banner, outcome) => {
    expect(outcomeOf(check, buildSsh(banner, unknown('timeout')))).toBe(outcome);
  });
});

test.each([
  [['diffie-hellman-group14-sha256'], 'low inferred'],
  [['diffie-hellman-group-exchange-sha256'], 'low inferred'],
  [['curve25519-sha256', 'ecdh-sha2-nistp256'], 'safe'],
  [['sntrup761x25519-sha512@openssh.com'], 'safe'],
])('D(HE)at: %j → %s', (kex, outcome) => {
  expect(outcomeOf(dheat, buildSshKexinit({ kex }))).toBe(outcome);
});
