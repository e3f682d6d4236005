/** `npm run --silent drafts:import -- FILE --json`: what the site would make of a file; writes nothing. */
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { Problem } from '#app/domain/problem.ts'
import { importFile } from '#app/domain/reviews/importing/importing.server.ts'
import { importReport } from '#app/domain/reviews/importing/reporting.ts'
import { blocksOf } from '#app/domain/reviews/texts/blocks.ts'
import { content } from '#content/load.ts'
import { importCommand as words } from '#content/messages/ru/import-command.ts'
import { problems } from '#content/messages/ru/problems.ts'

const policies = ['accept', 'reject', 'suggest'] as const

const { file, json, changes } = asked()
await run()

function asked() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        changes: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help) {
      console.log(words.help)
      process.exit(0)
    }
    const policy = policies.find((one) => one === values.changes) ?? null
    const [name, ...rest] = positionals
    if (name === undefined || rest.length > 0 || (values.changes !== undefined && policy === null))
      throw new Error()
    return { file: name, json: values.json ?? false, changes: policy }
  } catch {
    console.error(words.help)
    process.exit(2)
  }
}

async function run() {
  try {
    const imported = await importFile({ name: basename(file), bytes: bytesOf(file), changes })
    const report = importReport(imported, blocksOf(imported.doc))
    console.log(json ? JSON.stringify({ ok: true, ...report }) : words.table(report))
  } catch (error) {
    const problem = error instanceof Problem ? error : new Problem('import-failed')
    const message = messageOf(problem)
    if (json) console.log(JSON.stringify({ ok: false, code: problem.code, message }))
    else console.error(`${problem.code}: ${message}`)
    process.exitCode = 2
  }
}

/** Not more than is taken is ever read. */
function bytesOf(path: string): Uint8Array {
  try {
    const megabytes = content().settings.uploads.maxMegabytes
    if (statSync(path).size > megabytes * 1024 * 1024) throw new Problem('too-large', { megabytes })
    return readFileSync(path)
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('file-unreadable')
  }
}

function messageOf({ code, facts }: Problem): string {
  const message = (problems as Record<string, string | ((facts: Problem['facts']) => string)>)[code]
  return typeof message === 'function' ? message(facts) : (message ?? code)
}
