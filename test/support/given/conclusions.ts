/** Conclusions on their way: agreed, open for signatures, issued; made by the room's own commands. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { desc, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { hashPassword } from '#app/domain/accounts/passwords.ts'
import { accordText } from '#app/domain/accounts/signing/accord.server.ts'
import { askSigningCode, signingCode } from '#app/domain/accounts/signing/codes.server.ts'
import { vaultOf } from '#app/domain/accounts/vault.ts'
import { type ActingCtx, type Actor, dayOf } from '#app/domain/ctx.ts'
import { answerText, sendForAgreement } from '#app/domain/panels/conclusions/agreeing.server.ts'
import { editConclusion } from '#app/domain/panels/conclusions/concluding.server.ts'
import { conclusionState } from '#app/domain/panels/conclusions/facts.server.ts'
import { openSigning, type Press } from '#app/domain/panels/conclusions/opening.server.ts'
import { enterPaper, signSimply, simplySignable } from '#app/domain/panels/conclusions/signing.server.ts'
import type { ConclusionEdit } from '#app/domain/panels/forms.ts'
import type { Db } from '#db/client.ts'
import { files, identityChecks, signingAccords, signingCodes, users } from '#db/schema/index.ts'
import type { panelsGiven } from './panels.ts'

/** Of everybody who is ready to sign. */
export const password = 'a long pass phrase of a signer'
let hashed: Promise<string> | null = null

const MOMENT = '2026-03-02T09:00:00Z'
const ZONE = 'Asia/Yekaterinburg'
/** The key of the instance in tests, and where its files lie. */
export const vault = vaultOf('a key of thirty-two signs or more, for tests')
const dataDir = mkdtempSync(join(tmpdir(), 'rses-signed-'))
export const press: Press = {
  dataDir,
  publicUrl: 'https://site.example',
  siteName: 'Экспертное сообщество',
  demo: 'Люди вымышлены',
}
export const scan = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
export const wording: Omit<ConclusionEdit, 'revision'> = {
  verdict: 'revise',
  text: 'Эксперты сошлись в главном. [К1]\n\nРасхождения несущественны. [В]',
  recommendations: 'Уточнить сроки.',
}

type Options = Parameters<ReturnType<typeof panelsGiven>['concluding']>[0] & {
  text?: string
  dissent?: string
}
type Concluding = Awaited<ReturnType<ReturnType<typeof panelsGiven>['concluding']>>

export const conclusionsGiven = (db: Db, panels: ReturnType<typeof panelsGiven>) => {
  const at = (actor: Actor, now: Date | string = MOMENT): ActingCtx => {
    const moment = new Date(now)
    return { db, actor: { ...actor, today: dayOf(moment, ZONE) }, now: moment, zone: ZONE }
  }

  /** The hash of the bytes that are signed. */
  const hashOf = async (panelId: string, reader: Actor) => {
    const { edition } = await conclusionState(at(reader), panelId)
    const [file] = await db
      .select()
      .from(files)
      .where(eq(files.id, edition?.fileId ?? ''))
    return file?.sha256 ?? ''
  }

  /** Somebody whose document was seen and who joined the agreement on simple signatures. */
  const signer = async (actor: Actor, { identity = true, accord = true } = {}) => {
    const { personId } = actor
    const moment = new Date('2026-02-01T09:00:00Z')
    if (identity)
      await db.insert(identityChecks).values({
        ...{ personId, document: 'паспорт', checkedOn: '2026-02-01' },
        ...{ checkedById: personId, checkedAt: moment },
      })
    if (accord)
      await db.insert(signingAccords).values({
        ...{ id: uuidv7(), personId, version: accordText().version, textSha256: 'x', joinedAt: moment },
      })
    hashed ??= hashPassword(password)
    const own = { emailConfirmedAt: moment, passwordHash: await hashed }
    await db.update(users).set(own).where(eq(users.id, actor.userId))
  }

  /** A text that is with the members. */
  const sent = async (options: Options = {}) => {
    const { text = wording.text, dissent: _, ...rest } = options
    const made = await panels.concluding(rest)
    const revision = await editConclusion(at(made.chair), made.id, { ...wording, text, revision: 1 })
    await sendForAgreement(at(made.chair), made.id, { revision, lastDay: '2026-03-05' })
    return made
  }

  const answerAll = async (made: Concluding, dissent = '') => {
    const { edition } = await conclusionState(at(made.chair), made.id)
    for (const { actor } of made.members.slice(1))
      await answerText(at(actor), made.id, { hash: edition?.sha256 ?? '', dissent })
  }

  /** A document that waits for signatures. */
  const signing = async (options: Options = {}) => {
    const made = await sent(options)
    await answerAll(made, options.dissent)
    await openSigning(at(made.chair), made.id, press)
    return made
  }

  /** A simple signature of somebody who is ready for it. */
  const signs = async (panelId: string, actor: Actor) => {
    const confirmed = { ...actor, emailConfirmed: true }
    const signed = await simplySignable(at(confirmed), panelId)
    await askSigningCode(at(confirmed), signed)
    const [asked] = await db
      .select()
      .from(signingCodes)
      .where(eq(signingCodes.personId, actor.personId))
      .orderBy(desc(signingCodes.id))
      .limit(1)
    const code = signingCode(vault, asked?.id ?? '')
    return signSimply(at(confirmed), vault, panelId, { hash: signed.sha256, password, code })
  }

  const signsOnPaper = async (made: Concluding, actor: Actor) =>
    enterPaper(at(made.secretary), press.dataDir, made.id, {
      ...{ hash: await hashOf(made.id, made.secretary), personId: actor.personId, day: '2026-03-02' },
      ...{ note: 'с документом на странице', name: 'Скан.pdf', bytes: scan },
    })

  /** An issued conclusion and its number; everybody signed on paper. */
  const issued = async (options: Options = {}) => {
    const made = await signing(options)
    for (const { actor } of made.members) await signsOnPaper(made, actor)
    return { ...made, conclusion: `${made.number}-1` }
  }

  return { hashOf, signer, sent, answerAll, signing, signs, signsOnPaper, issued }
}
