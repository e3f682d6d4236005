/** The property of an exported file that holds the id of the version it was made of. */
export const VERSION_PROPERTY = 'rses-version'

/** The style of paragraphs in an exported file that tell what was put right in the unit above; they are no part of the text. */
export const ERRATUM_STYLE = 'RsesErratum'
