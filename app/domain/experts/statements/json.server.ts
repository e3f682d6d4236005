/**
 * The biography as data: readable, and signed over its canonical JSON without the signature. Reformatting the file
 * changes nothing of what was signed.
 */
import type { Vault } from '#app/domain/accounts/vault.ts'
import type { Ctx } from '#app/domain/ctx.ts'
import { lastDay } from '#app/domain/experts/registry.ts'
import type { OwnLife } from './facts.server.ts'
import type { Imprint } from './kinds.ts'
import { signed } from './signing.server.ts'

export const statementType = 'rses-biography/1'

/** The bytes of the file. */
export async function statementJson(
  ctx: Ctx,
  vault: Vault,
  life: OwnLife,
  { code, day, check, publicUrl, siteName, letterhead, notice }: Imprint,
): Promise<Uint8Array> {
  const last = (to: string | null) => (to ? lastDay(to) : null)
  const statement = {
    type: statementType,
    ...{ code, issuedOn: day, check, keys: `${publicUrl}/keys.json` },
    issuer: { name: siteName, operator: letterhead.name, url: publicUrl },
    ...(notice ? { notice } : {}),
    person: { number: life.number, ...life.name, url: `${publicUrl}/experts/${life.number}` },
    works: life.works.map(({ from, to, ...one }) => ({ ...one, firstDay: from, lastDay: last(to) })),
    statuses: life.statuses.map(({ from, to, ...one }) => ({ ...one, firstDay: from, lastDay: last(to) })),
    engagements: life.engagements.map(({ from, to, ...one }) => ({
      ...{ ...one, firstDay: from, lastDay: last(to) },
    })),
  }
  const signature = await signed(ctx, vault, statement)
  return statementBytes({ ...statement, signature })
}

/** A signed statement as it is written. */
export function statementBytes(signed: object): Buffer {
  return Buffer.from(`${JSON.stringify(signed, null, 2)}\n`)
}
