/** A few lines in the form in which recog publishes its files. */
export const sshBanners = `<?xml version='1.0' encoding='UTF-8'?>
<fingerprints matches="ssh.banner" protocol="ssh" database_type="service" preference="0.90">
  <!-- SSH banners without the protocol version. -->
  <fingerprint pattern="^OpenSSH_([\\d.]+p\\d) (Debian-\\d+\\+deb12u\\d+)$">
    <description>OpenSSH on Debian 12</description>
    <example service.version="9.2p1">OpenSSH_9.2p1 Debian-2+deb12u3</example>
    <param pos="1" name="service.version"/>
    <param pos="0" name="service.vendor" value="OpenBSD"/>
    <param pos="0" name="service.product" value="OpenSSH"/>
    <param pos="0" name="service.cpe23" value="cpe:/a:openbsd:openssh:{service.version}"/>
    <param pos="2" name="openssh.comment"/>
    <param pos="0" name="os.vendor" value="Debian"/>
    <param pos="0" name="os.product" value="Linux"/>
    <param pos="0" name="os.cpe23" value="cpe:/o:debian:debian_linux:12.0"/>
  </fingerprint>
  <fingerprint pattern="(?i)^cisco-(\\d+)" flags="REG_ICASE">
    <description>Cisco &amp; others</description>
    <param pos="0" name="service.product" value="SSH &amp; more"/>
    <param pos="0" name="service.cpe23" value="cpe:/a:cisco:ssh:{service.version}"/>
    <param pos="0" name="hw.model" value="{unknown.thing}"/>
  </fingerprint>
  <fingerprint pattern="^plain$">
    <param pos="0" name="service.certainty" value="0.0"/>
  </fingerprint>
  <fingerprint pattern="^(?:a+)+$"><param pos="0" name="service.product" value="never"/></fingerprint>
  <fingerprint pattern="(?&lt;!unclosed"><param pos="0" name="service.product" value="never"/></fingerprint>
</fingerprints>
`;

export const httpServers = `<fingerprints matches="http_header.server" protocol="http">
  <fingerprint pattern="^nginx(?:/([\\d.]+))?$">
    <param pos="0" name="service.vendor" value="nginx"/>
    <param pos="0" name="service.product" value="nginx"/>
    <param pos="1" name="service.version"/>
    <param pos="0" name="service.cpe23" value="cpe:/a:nginx:nginx:{service.version}"/>
  </fingerprint>
</fingerprints>`;
