/** What a copy of an instance says of itself: the first file in the archive. */
import { z } from 'zod'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Name = z.string().regex(/^[a-z_][a-z0-9_]*$/)

/** Where a copied file lies in the archive and in the data folder: relative, and never upwards. */
const FilePath = z.string().regex(/^files\/(?!.*(^|\/)\.\.?(\/|$))[\w.\-/]+$/)

const Bytes = z.object({ bytes: z.number().int().min(0), sha256: Sha256 })

export const Manifest = z.object({
  format: z.literal(1),
  made: z.iso.datetime(),
  /** The newest migration that the copied database had. */
  schema: z.object({ tag: z.string(), when: z.number() }),
  tables: z.array(
    Bytes.extend({
      schema: z.enum(['public', 'closed']),
      table: Name,
      columns: z.array(Name),
      rows: z.number().int(),
    }),
  ),
  sequences: z.array(
    z.object({ schema: z.enum(['public', 'closed']), name: Name, value: z.string(), called: z.boolean() }),
  ),
  files: z.array(Bytes.extend({ path: FilePath })),
  /** The head of the log: whoever restores compares it. */
  log: z.object({ seq: z.number().int(), hash: z.string() }).nullable(),
})

export type Manifest = z.output<typeof Manifest>
export type CopiedTable = Manifest['tables'][number]

/** The place of a table's rows in the archive. */
export const entryOf = ({ schema, table }: Pick<CopiedTable, 'schema' | 'table'>) =>
  `tables/${schema}.${table}.copy.gz`
