package org.cortexscim.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Speaks TLS to a server whose certificate nobody vouches for. */
public final class TlsClient {
    public static final int TLS_1_0 = 0x0301;
    public static final int TLS_1_1 = 0x0302;
    public static final int TLS_1_2 = 0x0303;

    private static final int HANDSHAKE = 22;
    private static final int CIPHER = 0xC014;
    private static final int CIPHER_OF_1_2 = 0xC030;

    private final int port;

    public TlsClient(int port) {
        this.port = port;
    }

    /** The answer to a GET over this version alone, such as TLSv1.3. */
    public String get(String path, String version) throws IOException, GeneralSecurityException {
        try (SSLSocket socket = connect(version)) {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .formatted(path)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Whom the certificate names. */
    public String subject() throws IOException, GeneralSecurityException {
        try (SSLSocket socket = connect("TLSv1.3")) {
            X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return certificate.getSubjectX500Principal().getName();
        }
    }

    private SSLSocket connect(String version) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsAll()}, null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port);
        socket.setEnabledProtocols(new String[] {version});
        socket.startHandshake();
        return socket;
    }

    /** Whether the server goes on with a greeting of this version; Java itself would not send an old one. */
    public boolean accepts(int version) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(greeting(version));
            return new DataInputStream(socket.getInputStream()).read() == HANDSHAKE;
        }
    }

    /** A ClientHello (RFC 5246 §7.4.1.2) with ciphers that the version knows, and the curve that they need. */
    private static byte[] greeting(int version) throws IOException {
        ByteArrayOutputStream hello = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(hello);
        out.writeShort(version);
        out.write(new byte[32]);
        out.writeByte(0);
        out.writeShort(4);
        out.writeShort(CIPHER);
        out.writeShort(CIPHER_OF_1_2);
        out.writeShort(0x0100);
        byte[] extensions = {
            0,
            10,
            0,
            4,
            0,
            2,
            0,
            23, // supported groups: secp256r1
            0,
            11,
            0,
            2,
            1,
            0, // point formats: uncompressed
            0,
            13,
            0,
            6,
            0,
            4,
            4,
            1,
            8,
            4, // signatures: RSA with SHA-256
            (byte) 0xff,
            1,
            0,
            1,
            0, // secure renegotiation
        };
        out.writeShort(extensions.length);
        out.write(extensions);
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        DataOutputStream framed = new DataOutputStream(record);
        framed.writeByte(HANDSHAKE);
        framed.writeShort(TLS_1_0);
        framed.writeShort(hello.size() + 4);
        framed.writeByte(1);
        framed.writeByte(0);
        framed.writeShort(hello.size());
        hello.writeTo(framed);
        return record.toByteArray();
    }

    private static final class TrustsAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
