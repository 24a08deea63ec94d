/// The shell of all pages for people, their design and their scripts; and those pages that are for everyone: welcome,
/// signing in and out, the reference. Everything can be read without scripts.
@NullMarked
package dev.gangway.web;

import org.jspecify.annotations.NullMarked;
