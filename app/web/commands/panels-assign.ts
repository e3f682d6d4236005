/** `npm run --silent panels:assign -- INSTANCE.json --k N …`: the best panels of an instance, with a proof; writes nothing. */
import { readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  type Asked,
  assignmentReport,
  RequestFault,
  requestOf,
} from '#app/domain/panels/assignment/asking.ts'
import { assign } from '#app/domain/panels/assignment/assigning.server.ts'
import { InstanceFault, readInstance } from '#app/domain/panels/assignment/reading.ts'
import { relaxation } from '#app/domain/panels/assignment/relaxing.ts'
import { SolverFault } from '#app/domain/panels/solver/solver.server.ts'
import { panelsAssign as words } from '#content/messages/ru/panels-assign.ts'

const MEGABYTES = 400

const { file, json, asked } = options()
try {
  await run()
} catch (error) {
  refuse(wordsOf(error))
}

async function run() {
  const instance = readInstance(contentOf(file))
  const request = requestOf(instance, asked)
  const outcome = await assign(instance, request)
  if (outcome.status === 'unknown') refuse(words.unknown)
  const eased = outcome.status === 'infeasible' ? relaxation(instance, request) : undefined
  const report = assignmentReport(instance, outcome, eased)
  console.log(json ? JSON.stringify(report) : tableOf(report))
}

function tableOf(report: ReturnType<typeof assignmentReport>): string {
  if (report.status === 'infeasible') {
    const { changes, submissions } = report.relaxation
    return `${words.infeasible}\n${changes.length > 0 ? words.relaxation(changes) : words.hopeless(submissions ?? [])}`
  }
  const rows = report.assignment
    ? [
        words.heads.panels,
        ...report.assignment.map((panel, at) => words.panel(report.submissions[at] ?? at, panel)),
      ]
    : [
        words.heads.probabilities,
        ...(report.probabilities ?? []).map(([expert, submission, p]) =>
          words.probability(expert, submission, p),
        ),
      ]
  return [words.summary(report), '', ...rows].join('\n')
}

function options(): { file: string; json: boolean; asked: Asked } {
  try {
    const text = { type: 'string' } as const
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        ...{
          k: text,
          cap: text,
          'max-per': text,
          'min-high': text,
          'max-probability': text,
          objective: text,
        },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help) {
      console.log(words.help)
      process.exit(0)
    }
    const [name, ...rest] = positionals
    if (name === undefined || rest.length > 0) throw new Error()
    const { json = false, help: _help, ...asked } = values
    return { file: name, json, asked }
  } catch {
    return refuse(words.help)
  }
}

/** Not more than is taken is ever read. */
function contentOf(path: string): unknown {
  let text: string
  try {
    if (statSync(path).size > MEGABYTES * 1024 * 1024) refuse(words.tooLarge(MEGABYTES))
    text = readFileSync(path, 'utf8')
  } catch {
    return refuse(words.unreadable)
  }
  try {
    return JSON.parse(text)
  } catch {
    return refuse(words.notJson)
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof InstanceFault) return words.fault(error.code, error.at, error.facts)
  if (error instanceof SolverFault && error.code === 'stuck') return words.unknown
  if (!(error instanceof RequestFault)) throw error
  const [code, name] = [error.code, error.option]
  return code === 'option' || code === 'noGroup' || code === 'groupTwice' ? words[code](name) : words[code]
}

function refuse(why: string): never {
  console.error(why)
  process.exit(2)
}
