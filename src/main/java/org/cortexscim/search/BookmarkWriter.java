package org.cortexscim.search;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import org.cortexscim.storage.BackgroundWork;
import org.cortexscim.storage.InTransaction;
import org.cortexscim.storage.SqlFailures;

/**
 * Writes bookmarks when the transaction in which a page was read has ended, and before the page is answered: the next
 * page may be asked for at once, from another node. In the page's own transaction a bookmark that cannot be written
 * would take the page with it; in a second one beside it, each request would hold a connection while it waits for
 * another.
 */
@InTransaction
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 190)
public class BookmarkWriter {
    @Inject
    private UserTransaction transaction;

    @Inject
    private WalkedPages pages;

    @Inject
    private SharedBookmarks bookmarks;

    @Inject
    private BackgroundWork background;

    @AroundInvoke
    Object run(InvocationContext invocation) throws Exception {
        if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            return invocation.proceed();
        }
        try {
            Object result = invocation.proceed();
            pages.take().ifPresent(this::attempt);
            return result;
        } finally {
            pages.take();
        }
    }

    /**
     * The page is complete, and is answered in any case: when the disk is full, a walk that goes on by counting, which only
     * deletions disturb, is better than none.
     */
    private void attempt(WalkedPage page) {
        background.attempt("note where a walk by startIndex goes on", () -> write(page));
    }

    private void write(WalkedPage page) {
        try {
            bookmarks.write(page);
        } catch (PersistenceException failure) {
            if (!SqlFailures.isUniqueViolation(failure)) {
                throw failure;
            }
            // Another walk has come to the same place in this moment: now there is a bookmark to compare with.
            bookmarks.write(page);
        }
    }
}
