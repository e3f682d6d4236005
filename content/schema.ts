/**
 * Shapes of the reference data: one zod schema a YAML file; the types inferred from them are in types.ts.
 *
 * Objects are strict, so a misspelt key is an error and not a silently ignored setting.
 * What refers to what is checked in references.ts, because zod sees one file at a time.
 */
export * from './schema/applications.ts'
export * from './schema/candidates.ts'
export * from './schema/community.ts'
export * from './schema/events.ts'
export * from './schema/moderation.ts'
export * from './schema/papers.ts'
export * from './schema/person-fields.ts'
export * from './schema/practices.ts'
export * from './schema/settings.ts'
export * from './schema/terms.ts'
export * from './schema/texts.ts'
export * from './schema/work.ts'
