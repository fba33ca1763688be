package org.cortexscim.search;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.cortexscim.storage.BackgroundWork;

/** Deletes old bookmarks; every node does so. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class BookmarkTimer {
    @Inject
    private BackgroundWork background;

    @Inject
    private PageBookmarks bookmarks;

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void forgetOld() {
        background.attempt("delete old bookmarks of walks", bookmarks::forgetOld);
    }
}
