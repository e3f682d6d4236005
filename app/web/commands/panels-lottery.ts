/**
 * `npm run --silent panels:lottery -- PEOPLE.csv CATEGORIES.csv --size N [--id COLUMN] [--json]`: fair probabilities and
 * the panels of a lottery. Exit 1 and the smallest relaxation when the quotas leave no panel, 2 for a wrong file or usage.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { numeric, printed } from '#app/domain/panels/fractions.ts'
import { lotteryOf } from '#app/domain/panels/lottery/making.server.ts'
import type { Pool } from '#app/domain/panels/lottery/pool.ts'
import { poolOf, TableFault, type TableFile } from '#app/domain/panels/lottery/tables.ts'
import { panelsLottery as words } from '#content/messages/ru/panels-lottery.ts'

const { pool, json } = asked()
const lottery = await lotteryOf(pool)
if ('relaxation' in lottery) {
  console.error(words.infeasible)
  for (const { name, from, to } of lottery.relaxation) console.error(words.change(name, from, to))
  if (json) console.log(JSON.stringify({ status: 'infeasible', relaxation: lottery.relaxation }))
  process.exit(1)
}
const probabilities = Object.fromEntries(
  pool.people.map(({ id }, at) => [id, numeric(lottery.probabilities[at] ?? { n: 0n, d: 1n })]),
)
const panels = lottery.panels.map(({ members, weight }) => ({
  members: members.map((at) => pool.people[at]?.id),
  weight: printed(weight),
}))
if (json) {
  const exact = printed(lottery.least)
  console.log(JSON.stringify({ probabilities, min: numeric(lottery.least), exact, panels }))
} else {
  console.log(words.summary(pool.people.length, pool.size, numeric(lottery.least)))
  const { weight: ofWeight, members: ofMembers } = words.columns
  console.table(panels.map(({ weight, members }) => ({ [ofWeight]: weight, [ofMembers]: members.join(' ') })))
}
process.exit(0)

function asked(): { pool: Pool; json: boolean } {
  try {
    const options = {
      size: { type: 'string' },
      id: { type: 'string' },
      json: { type: 'boolean', default: false },
    } as const
    const { positionals, values } = parseArgs({ options, allowPositionals: true })
    const [people, categories, ...more] = positionals
    if (!people || !categories || more.length > 0 || !/^\d{1,9}$/.test(values.size ?? ''))
      return refuse(words.help)
    return { pool: poolOf(file(people), file(categories), Number(values.size), values.id), json: values.json }
  } catch (error) {
    if (error instanceof TableFault) {
      const { code, file, line, facts } = error
      return refuse(words.fault(code, file === undefined ? '' : words.at(file, line), facts))
    }
    // what parseArgs does not take
    if (error instanceof TypeError) return refuse(words.help)
    throw error
  }
}

function file(path: string): TableFile {
  try {
    return { name: basename(path), bytes: readFileSync(path) }
  } catch {
    return refuse(words.unreadable(path))
  }
}

function refuse(why: string): never {
  console.error(why)
  process.exit(2)
}
