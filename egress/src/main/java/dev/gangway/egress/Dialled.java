package dev.gangway.egress;

import java.io.IOException;
import java.net.Socket;

/// An open connection.
///
/// @param wire the plain socket
/// @param socket what is read and written: the same, or TLS over it
record Dialled(Socket wire, Socket socket) {
    /// Ends whatever waits. The plain socket is closed under TLS: a polite TLS close waits for the other.
    void breakOff() {
        try {
            wire.close();
        } catch (IOException alreadyBroken) {
            // as wanted
        }
    }
}
