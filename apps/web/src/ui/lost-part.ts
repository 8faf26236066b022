/** What a browser, or the bundler for it, says of a file of the page that did not come; none of them has a name for it. */
const SAID = [/dynamically imported module/i, /importing a module script failed/i, /unable to preload css/i];

/** A part of the page could not be fetched: the network is away, as a rule. */
export const isLostPart = (error: unknown): boolean => error instanceof Error && SAID.some((said) => said.test(error.message));
