/**
 * Templates: an organisation's own DOCX in the place of the common one.
 *
 * The newest revision that is not retired counts: the organisation's own, else the common one of the platform, else
 * the file that came with it. Revisions are never changed, so a paper can always be traced to its layout.
 */
import { readFile } from 'node:fs/promises'
import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { templateVisibleTo } from '#db/reach/papers.ts'
import { documentTemplates, files, organisations } from '#db/schema/index.ts'
import { openArchive } from './archive.ts'
import { fieldsOf, kindOf, unknownWords } from './catalogue.ts'
import { checkDocx } from './checking.ts'
import { placeholdersOf } from './filling.server.ts'
import { placeOf } from './place.server.ts'
import type { Shelf } from './shelf.ts'
import { assertWriter, templateRules } from './template-rules.ts'

export interface Upload {
  code: string
  /** null: the common template of the whole platform */
  organisationId: string | null
  title: string
  name: string
  bytes: Uint8Array
}

/**
 * Takes a new revision and returns its id. Problems at the field `file`: file-empty, too-large, file-type,
 * archive-broken, archive-bomb, template-active, template-external, template-broken, template-expression, and
 * template-words with the list of those in braces that nobody fills.
 */
export async function uploadTemplate(ctx: ActingCtx, shelf: Shelf, upload: Upload): Promise<string> {
  const { code, organisationId } = upload
  authorize(templateRules.upload, ctx.actor, await placeOf(ctx, organisationId))
  const bytes = checkTemplate(code, upload.bytes)
  return atomically(ctx, async (ctx) => {
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`template ${code} ${organisationId}`}))`)
    authorize(templateRules.upload, ctx.actor, await placeOf(ctx, organisationId))
    const [last] = await ctx.db
      .select({ revision: documentTemplates.revision })
      .from(documentTemplates)
      .where(and(eq(documentTemplates.code, code), ofOrganisation(organisationId)))
      .orderBy(desc(documentTemplates.revision))
      .limit(1)
    const [id, revision] = [uuidv7(), (last?.revision ?? 0) + 1]
    const { id: fileId } = await shelf.keep(ctx, {
      name: upload.name,
      bytes,
      objectKind: 'template',
      objectId: id,
    })
    const title = upload.title.trim() || kindOf(content().templates, code).title.ru
    const row = { id, code, organisationId, revision, title, fileId }
    await ctx.db
      .insert(documentTemplates)
      .values({ ...row, createdById: ctx.actor.personId, createdAt: ctx.now })
    await record(
      ctx,
      'template.uploaded',
      { kind: 'template', id },
      { code, revision, organisation: organisationId },
    )
    return id
  })
}

/** The same document, packed anew from what was checked; throws the Problems of uploadTemplate. */
export function checkTemplate(code: string, sent: Uint8Array): Uint8Array {
  const { templates, settings } = content()
  const fields = fieldsOf(templates, kindOf(templates, code))
  if (sent.length === 0) throw new Problem('file-empty', {}, 'file')
  const { maxMegabytes } = settings.uploads
  if (sent.length > maxMegabytes * 1024 * 1024)
    throw new Problem('too-large', { megabytes: maxMegabytes }, 'file')
  if (sent[0] !== 0x50 || sent[1] !== 0x4b) throw new Problem('file-type', {}, 'file')
  const zip = openArchive(sent, settings.archives)
  checkDocx(zip)
  const bytes = zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
  const unknown = unknownWords(fields, placeholdersOf(zip))
  if (unknown.length > 0)
    throw new Problem(
      'template-words',
      {
        words: unknown
          .slice(0, 20)
          .map((word) => `{${word}}`)
          .join(', '),
      },
      'file',
    )
  return bytes
}

/** Takes a revision out of use: the one before it, or the common template, counts again. */
export async function retireTemplate(ctx: ActingCtx, id: string): Promise<void> {
  await changeRetired(ctx, id, ctx.now, 'template.retired')
}

/** Takes a retired revision into use again. */
export async function restoreTemplate(ctx: ActingCtx, id: string): Promise<void> {
  await changeRetired(ctx, id, null, 'template.restored')
}

async function changeRetired(ctx: ActingCtx, id: string, retiredAt: Date | null, event: string) {
  await atomically(ctx, async (ctx) => {
    const visible = and(eq(documentTemplates.id, id), templateVisibleTo(viewerOf(ctx)))
    const template = found((await ctx.db.select().from(documentTemplates).where(visible).for('update'))[0])
    authorize(templateRules.retire, ctx.actor, await placeOf(ctx, template.organisationId))
    if ((template.retiredAt === null) === (retiredAt === null)) throw new Problem('conflict')
    await ctx.db.update(documentTemplates).set({ retiredAt }).where(eq(documentTemplates.id, id))
    await record(ctx, event, { kind: 'template', id }, { code: template.code, revision: template.revision })
  })
}

export interface ChosenTemplate {
  code: string
  /** whose it is: the organisation's, the platform's, or as it came */
  whose: 'own' | 'common' | 'shipped'
  revision: number
  title: string
  bytes: Uint8Array
}

/** The template that counts for an organisation now. */
export async function templateFor(
  ctx: Ctx,
  shelf: Shelf,
  code: string,
  organisationId: string | null,
): Promise<ChosenTemplate> {
  const kind = kindOf(content().templates, code)
  const [row] = await ctx.db
    .select({ template: documentTemplates, sha256: files.sha256 })
    .from(documentTemplates)
    .innerJoin(files, eq(files.id, documentTemplates.fileId))
    .where(
      and(
        eq(documentTemplates.code, code),
        isNull(documentTemplates.retiredAt),
        or(ofOrganisation(organisationId), isNull(documentTemplates.organisationId)),
      ),
    )
    .orderBy(sql`${documentTemplates.organisationId} is null`, desc(documentTemplates.revision))
    .limit(1)
  if (!row) {
    const bytes = await readFile(`content/templates/${kind.code}.docx`)
    return { code, whose: 'shipped', revision: 0, title: kind.title.ru, bytes: new Uint8Array(bytes) }
  }
  const { template, sha256 } = row
  const whose = template.organisationId === null ? 'common' : 'own'
  return { code, whose, revision: template.revision, title: template.title, bytes: await shelf.read(sha256) }
}

/** All revisions that the viewer may see, newest first, with file and organisation. */
export async function listTemplates(ctx: ActingCtx, organisationId?: string) {
  return ctx.db
    .select({
      id: documentTemplates.id,
      code: documentTemplates.code,
      organisationId: documentTemplates.organisationId,
      organisation: organisations.shortName,
      revision: documentTemplates.revision,
      title: documentTemplates.title,
      createdAt: documentTemplates.createdAt,
      retiredAt: documentTemplates.retiredAt,
      size: files.size,
    })
    .from(documentTemplates)
    .innerJoin(files, eq(files.id, documentTemplates.fileId))
    .leftJoin(organisations, eq(organisations.id, documentTemplates.organisationId))
    .where(
      and(
        templateVisibleTo(viewerOf(ctx)),
        organisationId
          ? or(
              isNull(documentTemplates.organisationId),
              inArray(documentTemplates.organisationId, [organisationId]),
            )
          : undefined,
      ),
    )
    .orderBy(desc(documentTemplates.id))
    .limit(500)
}

/** Which revision counts for an organisation, by code of the template; absent: the file that came with the platform. */
export async function templateUse(ctx: ActingCtx, organisationId: string) {
  const living = (await listTemplates(ctx, organisationId)).filter(({ retiredAt }) => retiredAt === null)
  const use = new Map<string, { whose: 'own' | 'common'; revision: number }>()
  // Newest first, so the first of each kind counts; an own one takes the place of any common one.
  for (const { code, organisationId, revision } of living) {
    const [whose, before] = [organisationId === null ? ('common' as const) : ('own' as const), use.get(code)]
    if (!before || (before.whose === 'common' && whose === 'own')) use.set(code, { whose, revision })
  }
  return use
}

/** Of which paper a revision within reach is the template. */
export async function templateCode(ctx: Ctx, id: string): Promise<string> {
  const [row] = await ctx.db
    .select({ code: documentTemplates.code })
    .from(documentTemplates)
    .where(and(eq(documentTemplates.id, id), templateVisibleTo(viewerOf(ctx))))
  return found(row).code
}

/** One revision with its bytes, for those in whose reach it is. */
export async function templateFile(
  ctx: Ctx,
  shelf: Shelf,
  id: string,
): Promise<{ name: string; bytes: Uint8Array }> {
  const [row] = await ctx.db
    .select({ name: files.name, sha256: files.sha256 })
    .from(documentTemplates)
    .innerJoin(files, eq(files.id, documentTemplates.fileId))
    .where(and(eq(documentTemplates.id, id), templateVisibleTo(viewerOf(ctx))))
  const { name, sha256 } = found(row)
  return { name, bytes: await shelf.read(sha256) }
}

/** The template in use, for those who write papers of this organisation; null asks for the common one. */
export async function currentFile(ctx: Ctx, shelf: Shelf, code: string, organisationId: string | null) {
  if (organisationId === null) assertWriter(ctx)
  else authorize(templateRules.read, ctx.actor, await placeOf(ctx, organisationId))
  const { title, bytes } = await templateFor(ctx, shelf, code, organisationId)
  return { name: `${title}.docx`, bytes }
}

function ofOrganisation(organisationId: string | null) {
  return organisationId === null
    ? isNull(documentTemplates.organisationId)
    : eq(documentTemplates.organisationId, organisationId)
}
