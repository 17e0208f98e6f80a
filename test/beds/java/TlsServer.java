import java.io.FileInputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** TLS by Java, with nothing disabled. Arguments: chain, key, key algorithm, address, port, protocols, suites or "all", client authentication ("want" or "none"). */
public class TlsServer {
  private static final char[] PASSWORD = "not-secret".toCharArray();

  public static void main(String[] args) throws Exception {
    Security.setProperty("jdk.tls.disabledAlgorithms", "");
    Security.setProperty("jdk.tls.legacyAlgorithms", "");
    KeyStore store = storeOf(args[0], args[1], args[2]);
    KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
    keys.init(store, PASSWORD);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    SSLServerSocket server = (SSLServerSocket) context.getServerSocketFactory()
        .createServerSocket(Integer.parseInt(args[4]), 200, InetAddress.getByName(args[3]));
    server.setEnabledCipherSuites(args[6].equals("all") ? server.getSupportedCipherSuites() : args[6].split(","));
    server.setEnabledProtocols(args[5].split(","));
    server.setWantClientAuth(args[7].equals("want"));
    while (true) {
      SSLSocket socket = (SSLSocket) server.accept();
      new Thread(() -> serve(socket)).start();
    }
  }

  private static void serve(SSLSocket socket) {
    try (socket) {
      socket.setSoTimeout(10_000);
      socket.getInputStream().read(new byte[4096]);
      socket.getOutputStream().write("HTTP/1.0 200 OK\r\nContent-Length: 3\r\n\r\nok\n".getBytes());
    } catch (Exception refused) {
      // The handshake came to nothing: that is what it is for.
    }
  }

  private static KeyStore storeOf(String chainFile, String keyFile, String algorithm) throws Exception {
    Certificate[] chain;
    try (FileInputStream pem = new FileInputStream(chainFile)) {
      chain = CertificateFactory.getInstance("X.509").generateCertificates(pem).toArray(new Certificate[0]);
    }
    String base64 = Files.readString(Path.of(keyFile)).replaceAll("-----[A-Z ]+-----|\\s", "");
    PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
    PrivateKey key = KeyFactory.getInstance(algorithm).generatePrivate(encoded);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    store.setKeyEntry("www", key, PASSWORD, chain);
    store.setCertificateEntry("authority", chain[chain.length - 1]);
    return store;
  }
}
