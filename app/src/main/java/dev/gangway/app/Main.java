package dev.gangway.app;

/// Where the process starts.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("gangway " + Main.class.getPackage().getImplementationVersion());
    }
}
