/** The reader of tables as a process of its own: bytes in, one line of JSON out. It runs in the jail (jail.server.ts). */
import { type GridRequest, gridsIn } from './grids.ts'
import { Refusal } from './refusal.ts'
import type { Grid } from './sheets.ts'

export type TableAnswer =
  | { ok: true; grids: Grid[] }
  | { ok: false; code: string; facts: Readonly<Record<string, string | number>> }

/** What is written to the other side for one file. */
export function answer(bytes: Uint8Array, request: GridRequest): Uint8Array[] {
  try {
    return [line({ ok: true, grids: gridsIn(bytes, request) })]
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal('import-failed')
    return [line({ ok: false, code: refusal.code, facts: refusal.facts })]
  }
}

function line(value: TableAnswer): Uint8Array {
  return Buffer.from(`${JSON.stringify(value)}\n`)
}
