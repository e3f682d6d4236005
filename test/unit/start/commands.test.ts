/**
 * Law 3 on every command, read from the sources: what opens a transaction asks a rule about the object first, itself or
 * in the lock that it takes; the few that ask none act on the caller's own things, by a secret, or for the site itself.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** Why a command asks no rule. A new one belongs here only if nobody can name another's object to it. */
const without: Record<string, string> = {
  becomeFirstAdmin: 'by the secret of the start, while there is no administrator',
  signUp: 'anybody, within limits',
  signIn: 'by the password, within limits',
  signInBy: 'by the word of the other service, within limits',
  requestReset: 'anybody, within limits; the letter goes to the owner of the address',
  changePassword: "the caller's own, by the present password",
  resetPassword: 'by the secret of a letter',
  passStep: 'by the ticket of the first step and a one-time code, within limits',
  endOwnSession: "looks among the caller's own sessions",
  endOtherSessions: "the caller's own sessions",
  leaveLetters: 'by the sealed link of a letter',
  changeCard: "the caller's own card",
  chooseLetters: "the caller's own letters",
  giveConsent: "the caller's own consent",
  chooseDistribution: "the caller's own consent",
  closeAccount: "the caller's own account, by the password",
  requestConfirmation: "the caller's own mailbox",
  withdrawReply: 'compares the author with the caller',
  saveAnswers: 'locks the response of the caller alone',
  sendResponse: 'locks the response of the caller alone',
  sendRequest: 'the developer is looked up among those the caller may speak for',
  publishForm: 'a form of content: what it holds and under which code no page says',
  forgetLists: 'the worker at night; no page reaches it',
  forgetNominees: 'the worker at night; no page reaches it',
  refuseOwnConflict: "looks for the caller's own seat alone, and only refuses",
  watchPanel: 'the worker at night; no page reaches it',
  checkRecord: 'the worker at night; no page reaches it',
  resumeRuns: 'the worker by the clock: goes on with what a rule allowed; no page reaches it',
  publishPlanned: 'the worker by the clock; no page reaches it',
  releaseLate: 'the worker by the clock; no page reaches it',
  remindInvited: 'the worker by the clock; no page reaches it',
  tellLost: 'the worker by the clock; no page reaches it',
  remindOfTexts: 'the worker by the hour; no page reaches it',
  remindWriters: 'the worker by the clock; no page reaches it',
  joinAccord: "the caller's own agreement, by the password",
  leaveAccord: "the caller's own agreement",
  askSigningCode: "a code for the caller's own mailbox, within limits",
  refuseConflicted: 'what was found against a signer, after the rule of the signature',
}

interface Command {
  file: string
  name: string
  exported: boolean
  calls: Set<string>
  asksRule: boolean
}

const sources = readdirSync('app/domain', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join('app/domain', file))

function functionsOf(file: string): Command[] {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  return tree.statements.filter(ts.isFunctionDeclaration).map((node) => {
    const calls = new Set<string>()
    let asksRule = false
    const walk = (inner: ts.Node) => {
      if (ts.isCallExpression(inner)) {
        const { expression } = inner
        if (ts.isIdentifier(expression)) calls.add(expression.text)
        if (ts.isPropertyAccessExpression(expression) && /Rules$/.test(expression.expression.getText()))
          asksRule = true
      }
      ts.forEachChild(inner, walk)
    }
    walk(node)
    asksRule ||= calls.has('authorize')
    const exported = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false
    return { file, name: node.name?.text ?? '', exported, calls, asksRule }
  })
}

const all = sources.flatMap(functionsOf)
const byName = new Map<string, Command[]>()
for (const one of all) byName.set(one.name, [...(byName.get(one.name) ?? []), one])

/** Whether the function, or one that it calls by name, asks a rule. */
function asks(command: Command, seen = new Set<Command>()): boolean {
  if (command.asksRule) return true
  if (seen.has(command)) return false
  seen.add(command)
  return [...command.calls].some((name) => {
    const called = byName.get(name) ?? []
    const own = called.filter(({ file }) => file === command.file)
    return (own.length > 0 ? own : called).some((one) => asks(one, seen))
  })
}

test('every command asks a rule about its object, or says here why it needs none', () => {
  const commands = all.filter(({ exported, calls }) => exported && calls.has('atomically'))
  expect(commands.length).toBeGreaterThan(100)
  const free = commands.filter((command) => !asks(command)).map(({ name }) => name)
  expect(free.sort()).toEqual(Object.keys(without).sort())
})
