import type { PanelObject } from '#app/domain/panels/objects/object.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'

type Shown = Pick<PanelObject, 'kind' | 'href'> & { title: string | null }

/** What a panel judges, as a link where it has a page; a closed object says only that it is closed. */
export function ObjectLink({ object }: { object: Shown }) {
  const words = useObjectWords()(object)
  return object.href ? <Anchor href={object.href}>{words}</Anchor> : <span>{words}</span>
}

/** The same in words alone. */
export function useObjectWords() {
  const { panels } = useMessages()
  return ({ kind, title }: Pick<Shown, 'kind' | 'title'>) =>
    title === null ? panels.closedObject : panels.about[kind](title)
}
