import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loopback } from './servers.fixture.ts';

/** Java's TLS with nothing disabled: SSLv3, export, DES, RC4, NULL and anonymous suites, which OpenSSL 3 has lost. */
const program = `
import java.io.FileInputStream; import java.net.InetAddress; import java.security.*; import javax.net.ssl.*;
public class Everything {
  public static void main(String[] args) throws Exception {
    Security.setProperty("jdk.tls.disabledAlgorithms", "");
    Security.setProperty("jdk.tls.legacyAlgorithms", "");
    char[] password = "not-secret".toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new FileInputStream(args[0]), password);
    KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
    keys.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    SSLServerSocket server = (SSLServerSocket) context.getServerSocketFactory()
      .createServerSocket(0, 50, InetAddress.getByName(args[1]));
    server.setEnabledCipherSuites(server.getSupportedCipherSuites());
    server.setEnabledProtocols(args[2].split(","));
    System.out.println(server.getLocalPort());
    while (true) {
      SSLSocket socket = (SSLSocket) server.accept();
      new Thread(() -> { try (socket) { socket.startHandshake(); } catch (Exception e) { } }).start();
    }
  }
}`;

/** Why these tests cannot run here; undefined when they can. */
export function missingJdk(): string | undefined {
  try {
    execFileSync('javac', ['-version'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'no JDK is installed, and nothing else here still speaks SSLv3';
  }
}

/** @param protocols in Java's words, such as `SSLv3,TLSv1` */
export async function jdkServer(protocols: string): Promise<AsyncDisposable & { readonly port: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'enkaku-jdk-'));
  const [source, store] = [path.join(folder, 'Everything.java'), path.join(folder, 'keys.p12')];
  writeFileSync(source, program);
  const key = [
    '-genkeypair',
    '-alias',
    'www',
    '-keyalg',
    'RSA',
    '-keysize',
    '2048',
    '-dname',
    'CN=www.city.example',
  ];
  execFileSync('keytool', [...key, '-storetype', 'PKCS12', '-keystore', store, '-storepass', 'not-secret'], {
    stdio: 'ignore',
  });
  const java = spawn('java', [source, store, loopback, protocols], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line]: Buffer[] = await once(java.stdout, 'data');
  return {
    port: Number(line),
    [Symbol.asyncDispose]: async () => {
      java.kill('SIGKILL');
      await once(java, 'close');
      rmSync(folder, { recursive: true });
    },
  };
}
