/** Directions, organisations, documents and drafts of the open interface. */
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { documentByCode, listDocuments } from '#app/domain/documents/queries.server.ts'
import {
  directionByCode,
  directionsOfList,
  listOn,
  listsOfDirections,
} from '#app/domain/experts/directions.server.ts'
import { lastDay, wordsOf } from '#app/domain/experts/registry.ts'
import {
  listOrganisations,
  organisationByCode,
  organisationFacets,
} from '#app/domain/organisations/queries.server.ts'
import { listDrafts } from '#app/domain/reviews/listing.server.ts'
import { directionsAsked, documentsAsked, draftsAsked, nothing, organisationsAsked } from './asking.ts'
import {
  Direction,
  DirectionCard,
  DirectionList,
  DocumentCard,
  DocumentRow,
  Draft,
  Municipality,
  Organisation,
  OrganisationCard,
} from './reference-shapes.ts'
import { cursorAsked, many, one } from './resource.ts'

const last = (end: string | null) => end && lastDay(end)
const uuid = (value: string) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) ? value : null)
const code = (value: string) => (/^[a-z0-9-]{1,100}$/.test(value) ? value : null)

const listLists = many(
  'listDirectionLists',
  '/direction-lists',
  [nothing, DirectionList],
  async ({ ctx }) => ({
    data: (await listsOfDirections(ctx)).map(({ endDay, now, ...list }) => ({
      ...{ ...list, current: now },
      lastDay: last(endDay),
    })),
  }),
)

const listDirections = many(
  'listDirections',
  '/directions',
  [directionsAsked, Direction],
  async ({ ctx, query, link }) => {
    const list = query.list ?? (await listOn(ctx, query.day ?? todayOf(ctx)))
    const rows = await directionsOfList(ctx, list)
    return { data: rows.map((row) => ({ ...row, url: link(`/directions/${row.code}`) })) }
  },
)

const readDirection = one(
  'readDirection',
  '/directions/{code}',
  [nothing, DirectionCard],
  async ({ ctx, params, link }) => {
    const { versions, experts, ...direction } = await directionByCode(ctx, params.code ?? '')
    return {
      ...direction,
      url: link(`/directions/${direction.code}`),
      experts: experts.map(({ tier, count }) => ({ tier, count })),
      versions: versions.map(({ list: { endDay, ...list }, ...version }) => ({
        ...version,
        list: { ...list, lastDay: last(endDay) },
      })),
    }
  },
)

const listOrganisationsOf = many(
  'listOrganisations',
  '/organisations',
  [organisationsAsked, Organisation],
  async ({ ctx, query: { q, tier, municipality, day, after, limit }, link }) => {
    const from = cursorAsked(after, code)
    const words = wordsOf(q ?? null)
    const { rows, next } = await listOrganisations(ctx, {
      filter: {
        ...{ tiers: tier, ...(municipality ? { municipality } : {}), ...(words ? { words } : {}) },
        ...(day ? { day } : {}),
      },
      ...(from ? { after: from } : {}),
      limit,
    })
    return {
      data: rows.map((row) => ({ ...row, url: link(`/organisations/${row.code}`) })),
      after: next ?? null,
    }
  },
)

const readOrganisation = one(
  'readOrganisation',
  '/organisations/{code}',
  [nothing, OrganisationCard],
  async ({ ctx, params, link }) => {
    const card = await organisationByCode(ctx, params.code ?? '')
    return { ...card, url: link(`/organisations/${card.code}`) }
  },
)

const listMunicipalities = many(
  'listMunicipalities',
  '/municipalities',
  [nothing, Municipality],
  async ({ ctx }) => {
    const { places } = await organisationFacets(ctx)
    return { data: places.map(({ code: of, name, count }) => ({ code: of, name, organisations: count })) }
  },
)

const listDocumentsOf = many(
  'listDocuments',
  '/documents',
  [documentsAsked, DocumentRow],
  async ({ ctx, query: { kind, tier, day, after, limit }, link }) => {
    const from = cursorAsked(after, uuid)
    const { rows, next } = await listDocuments(ctx, {
      filter: { kinds: kind, tiers: tier, ...(day ? { inForceOn: day } : {}) },
      ...(from ? { after: from } : {}),
      limit,
    })
    return { data: rows.map((row) => documentOf(row, link)), after: next ?? null }
  },
)

const readDocument = one(
  'readDocument',
  '/documents/{code}',
  [nothing, DocumentCard],
  async ({ ctx, params, link }) => {
    const { chain, ...document } = await documentByCode(ctx, params.code ?? '')
    return { ...document, ...documentOf(document, link), chain }
  },
)

function documentOf<T extends { code: string; endDay: string | null }>(
  row: T,
  link: (path: string) => string,
) {
  return { ...row, url: link(`/documents/${row.code}`), lastDay: last(row.endDay) }
}

const listDraftsOf = many(
  'listDrafts',
  '/drafts',
  [draftsAsked, Draft],
  async ({ ctx, query: { state, after, limit }, link }) => {
    const from = cursorAsked(after, uuid)
    const { rows, next } = await listDrafts(ctx, {
      filter: state ? { state } : {},
      ...(from ? { after: from } : {}),
      limit,
    })
    return {
      data: rows.flatMap(({ publishedAt, version, ...row }) =>
        publishedAt && version
          ? {
              ...row,
              version,
              publishedAt: iso(publishedAt),
              language: row.lang,
              url: link(`/drafts/${row.slug}`),
            }
          : [],
      ),
      after: next ?? null,
    }
  },
)

function iso(moment: Date): string {
  return new Date(moment).toISOString()
}

function todayOf(ctx: Ctx): string {
  return dayOf(ctx.now, ctx.zone)
}

export const referenceResources = [
  ...[listLists, listDirections, readDirection, listOrganisationsOf, readOrganisation, listMunicipalities],
  ...[listDocumentsOf, readDocument, listDraftsOf],
]
