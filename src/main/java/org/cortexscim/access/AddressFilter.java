package org.cortexscim.access;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Optional;
import org.cortexscim.access.address.ClientAddress;
import org.cortexscim.access.address.ForwardingException;
import org.cortexscim.access.address.TrustedProxies;
import org.cortexscim.access.allowlist.Allowlist;
import org.cortexscim.access.allowlist.AllowlistGate;

/**
 * Finds out from which address a request comes, and refuses it when the IP allowlist does not cover that: before
 * anything else is looked at, for the whole application, whatever the path.
 */
public class AddressFilter extends HttpFilter {
    private static final long serialVersionUID = 1;

    @Inject
    private transient TrustedProxies proxies;

    @Inject
    private transient AllowlistGate gate;

    @Inject
    private transient TestPass testPass;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            Optional<ClientAddress> tester = testPass.address(request.getHeader(HttpHeaders.AUTHORIZATION));
            ClientAddress caller = tester.isPresent() ? tester.get() : proxies.caller(request);
            caller.keep(request);
            requireListed(caller);
        } catch (ForwardingException unclear) {
            AccessDenied.unclearCaller(String.valueOf(unclear.getMessage())).answer(request, response);
            return;
        } catch (AccessDenied denied) {
            denied.answer(request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private void requireListed(ClientAddress caller) {
        Allowlist list = gate.current().orElseThrow(AccessDenied::listUnknown);
        if (!list.admits(caller.address())) {
            throw AccessDenied.notListed(caller.address());
        }
    }
}
