/// Pages for people: welcome, signing in and out, the reference. No scripts; they work in any browser.
@NullMarked
package dev.gangway.web;

import org.jspecify.annotations.NullMarked;
