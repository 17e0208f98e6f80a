import { checkpoint } from './checkpoint.ts';
import { ciscoAsa } from './cisco-asa.ts';
import { citrix } from './citrix.ts';
import { f5 } from './f5.ts';
import { fortinet } from './fortinet.ts';
import { netscreen } from './netscreen.ts';
import { paloaltoGp } from './paloalto-gp.ts';
import { pulseIvanti } from './pulse-ivanti.ts';
import { seil } from './seil.ts';
import { sonicwall } from './sonicwall.ts';
import { sophos } from './sophos.ts';
import { watchguard } from './watchguard.ts';
import { yamaha } from './yamaha.ts';
import { zyxel } from './zyxel.ts';

export const vpnChecks = {
  'vpn.checkpoint': checkpoint,
  'vpn.cisco-asa': ciscoAsa,
  'vpn.citrix': citrix,
  'vpn.f5': f5,
  'vpn.fortinet': fortinet,
  'vpn.netscreen': netscreen,
  'vpn.paloalto-gp': paloaltoGp,
  'vpn.pulse-ivanti': pulseIvanti,
  'vpn.seil': seil,
  'vpn.sonicwall': sonicwall,
  'vpn.sophos': sophos,
  'vpn.watchguard': watchguard,
  'vpn.yamaha': yamaha,
  'vpn.zyxel': zyxel,
};
