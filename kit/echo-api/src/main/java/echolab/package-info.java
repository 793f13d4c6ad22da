/// The one interface that a step and the kit share: what an echo server is, how a step starts one, and the `main` of
/// all steps. Everybody may use it; it uses the JDK and picocli.
package echolab;
