/** The property of an exported file that holds the id of the version it was made of. */
export const VERSION_PROPERTY = 'rses-version'
