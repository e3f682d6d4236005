/** A process of its own for `panels-lots.ts`: exact probabilities of an instance under a cap, one draw; prints what each took. */
import { readFileSync } from 'node:fs'
import { requestOf } from '#app/domain/panels/assignment/asking.ts'
import { assign } from '#app/domain/panels/assignment/assigning.server.ts'
import { brokenIn } from '#app/domain/panels/assignment/certificate.ts'
import { readInstance } from '#app/domain/panels/assignment/reading.ts'
import { capOf, exactShares } from '#app/domain/panels/contests/lots/exact.ts'
import { rounded } from '#app/domain/panels/contests/lots/rounding.ts'
import { closeSolver } from '#app/domain/panels/solver/solver.server.ts'

const CAP = 50
const seconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
const instance = readInstance(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')))
const request = requestOf(instance, {
  ...{ k: '3', cap: '5', 'max-per': 'organisation=1', 'max-probability': String(CAP / 100) },
})
const began = seconds()
const found = await assign(instance, request)
if (!('probabilities' in found) || !found.probabilities) throw new Error(found.status)
const exact = exactShares(instance, request, capOf(CAP), found.probabilities)
const reckoned = seconds()
const organisation = instance.groups.organisation as Int32Array
const drawn = rounded(
  exact.shares.map((own) => own.map(({ expert, share }) => ({ row: expert, share }))),
  exact.denominator,
  (row) => [organisation[row] as number],
  'bench',
)
const drew = seconds()
await closeSolver()
console.log(
  JSON.stringify({
    ...{ total: found.total, proven: found.status === 'optimal', pairs: found.probabilities.length },
    ...{ probabilities: reckoned - began, draw: drew - reckoned },
    broken: brokenIn(instance, { ...request, maxProbability: 1 }, drawn).length,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
)
