/** Orders of the catalogue; the first one is the default. */
export const sorts = ['newest', 'title'] as const
export type Sort = (typeof sorts)[number]
