package org.cortexscim.access;

import jakarta.ws.rs.core.NewCookie;

/** The cookie that carries a {@link Sessions session}: out of reach for scripts and for other sites. */
public final class SessionCookie {
    static final String NAME = "cortexscim-session";

    private SessionCookie() {}

    /**
     * The cookie of a session, until the browser is closed.
     *
     * @param secure whether the browser uses HTTPS
     */
    public static NewCookie with(String session, boolean secure) {
        return builder(secure).value(session).build();
    }

    /** The cookie that ends a session in the browser. */
    public static NewCookie ended(boolean secure) {
        return builder(secure).value("").maxAge(0).build();
    }

    private static NewCookie.Builder builder(boolean secure) {
        return new NewCookie.Builder(NAME)
                .path("/console")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT);
    }
}
