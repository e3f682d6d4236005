/** What the frame of every page shows: whose site, where to go, who is signed in, demo mark, the last action's result. */
import { unreadCount } from '#app/domain/notifications/notifying.server.ts'
import type { Messages } from '#content/messages/ru.ts'
import { everywhere, type Viewer } from '#db/reach/viewer.ts'
import { type Args, acting } from './serve.server.ts'

/** The loader of the root. Navigation names only what exists. */
export async function shellOf({ ctx, url, visit, services, t, locale }: Args) {
  const { instance } = services.content
  const path = pathOf(url)
  const { actor } = visit
  const someone = actor ?? visit.confined
  return {
    siteName: instance.shortName[locale],
    brand: { name: instance.shortName[locale], mark: instance.shortName[locale].slice(0, 1) },
    navigation: navigationOf(t, actor),
    footer: footerOf(t, instance.name[locale]),
    visitor: someone && {
      number: String(someone.number),
      name: [someone.givenName, someone.familyName].join(' '),
      unread: actor ? await unreadCount(acting(ctx)) : 0,
    },
    settings: visit.settings,
    megabytes: services.content.settings.uploads.maxMegabytes,
    demo: services.config.demo,
    canonical: services.config.publicUrl + url.pathname.replace(/\.data$/, ''),
    path,
    query: url.pathname === '/search' ? (url.searchParams.get('q') ?? '') : undefined,
    requestId: visit.id,
    toast: toastOf(t, visit),
    left: visit.flash === 'signedOut',
  }
}

function navigationOf(t: Messages, viewer: Viewer | null) {
  const { nav } = t.shell
  const places = [
    { href: '/drafts', label: nav.drafts },
    { href: '/experts', label: nav.experts },
    { href: '/practices', label: nav.practices },
    { href: '/events', label: nav.events },
    // directions stand in the foot and beside the registry: the line has room for six
    { href: '/documents', label: nav.documents },
    // The signed-in know where they are; their own places need the room in the line.
    ...(viewer ? [] : [{ href: '/about', label: nav.about }]),
  ]
  if (
    viewer?.powers.some(({ capability }) =>
      ['panel.request', 'panel.select', 'panel.read'].includes(capability),
    )
  ) {
    places.splice(2, 0, { href: '/panels', label: nav.panels })
  }
  if (viewer && everywhere(viewer, 'page.admin')) places.push({ href: '/admin', label: nav.admin })
  return places
}

function footerOf(t: Messages, about: string) {
  const { nav, footerColumns } = t.shell
  return {
    about,
    columns: [
      {
        title: footerColumns.work,
        links: [
          { href: '/drafts', label: nav.drafts },
          { href: '/plan', label: nav.plan },
          { href: '/contests', label: nav.contests },
          { href: '/practices', label: nav.practices },
          { href: '/events', label: nav.events },
          { href: '/questionnaires', label: nav.questionnaires },
          { href: '/experts', label: nav.experts },
          { href: '/orders', label: nav.orders },
          { href: '/directions', label: nav.directions },
        ],
      },
      {
        title: footerColumns.know,
        links: [
          { href: '/documents', label: nav.documents },
          { href: '/glossary', label: nav.glossary },
          { href: '/help', label: nav.help },
          { href: '/about', label: nav.about },
          { href: '/opendata', label: nav.openData },
        ],
      },
      {
        title: footerColumns.rules,
        links: [
          { href: '/rules', label: nav.rules },
          { href: '/privacy', label: nav.privacy },
          { href: '/contacts', label: nav.contacts },
        ],
      },
    ],
  }
}

function toastOf(t: Messages, visit: Args['visit']) {
  const { flash } = visit
  const words: Record<string, string> = t.ui.flash
  const text = flash && Object.hasOwn(words, flash) ? words[flash] : undefined
  return text ? { text, kind: 'success' as const, id: visit.id } : null
}

function pathOf(url: URL): string {
  const path = url.pathname.replace(/(\/_root|_root)?\.data$/, '') || '/'
  const query = new URLSearchParams(url.search)
  for (const name of ['_routes', 'lang']) query.delete(name)
  const rest = query.toString()
  return rest ? `${path}?${rest}` : path
}
