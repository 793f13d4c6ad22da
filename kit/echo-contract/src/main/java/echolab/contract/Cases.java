package echolab.contract;

/// A group of cases of the contract: an interface whose `@Test` methods come with it, one group a concern.
interface Cases {

    Servers servers();
}
