/** The envelope of nmap 7.93's -oX around what a test is about. */
export function nmapXml(hosts: string, end = finished): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nmaprun>
<?xml-stylesheet href="file:///usr/bin/../share/nmap/nmap.xsl" type="text/xsl"?>
<nmaprun scanner="nmap" args="nmap -oX -" start="1763683200" version="7.93" xmloutputversion="1.05">
<scaninfo type="connect" protocol="tcp" numservices="2" services="22,80"/>
<verbose level="0"/>
<debugging level="0"/>
${hosts}
${end}`;
}

export const finished = `<runstats><finished time="1763683212" timestr="x" summary="done" elapsed="12.3" exit="success"/>
<hosts up="1" down="0" total="1"/></runstats></nmaprun>
`;

export function hostXml(ports: string, attributes = '', address = '127.77.1.1'): string {
  return `<host starttime="1" endtime="2" ${attributes}><status state="up" reason="user-set" reason_ttl="0"/>
<address addr="${address}" addrtype="${address.includes(':') ? 'ipv6' : 'ipv4'}"/>
<hostnames>
</hostnames>
<ports>${ports}</ports>
<times srtt="30" rttvar="5000" to="100000"/>
</host>`;
}

export function portXml(port: number, inner = '', state = 'open'): string {
  return `<port protocol="tcp" portid="${port}"><state state="${state}" reason="syn-ack" reason_ttl="0"/>${inner}</port>`;
}
