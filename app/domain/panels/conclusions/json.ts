/**
 * An issued conclusion as data. What is hashed is `conclusion` alone, as canonical JSON that names people by number;
 * names stand beside it where they may be shown today. Pure.
 */
import type { PrintOptions } from './printing.server.ts'
import type { ConclusionView } from './reading.server.ts'
import { statementsOf } from './statements.ts'

/** The text of the file. */
export function conclusionJson(view: ConclusionView, { demo, checkAddress }: PrintOptions): string {
  const { body, sha256, code, issuedAt, revokedAt, revokeReason, supersededBy, names } = view
  const whole = {
    ...(demo ? { demo } : {}),
    type: 'rses-conclusion/1',
    ...{ sha256, code, check: `${checkAddress}/${code}`, issuedAt, revokedAt, revokeReason, supersededBy },
    people: Object.entries(names).map(([number, name]) => ({ number: Number(number), name })),
    statements: statementsOf(body).map(({ plain, items }) => ({
      text: plain,
      items: items.map(({ mark }) => mark),
    })),
    signatures: view.signatures.map(({ person, role, kind, day, sha256 }) => ({
      person,
      role,
      kind,
      day,
      sha256,
    })),
    conclusion: body,
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}
