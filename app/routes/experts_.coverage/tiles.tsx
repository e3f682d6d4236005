import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import type { loader } from './route.tsx'
import styles from './tiles.module.css'

/** A tile a municipality: its count in figures, nobody in words; colour only repeats it. */
export function Tiles() {
  const { places, direction, day, today, known } = useLoaderData<typeof loader>()
  const { coverage: words } = useMessages().experts
  const format = useFormat()
  const most = Math.max(1, ...places.map(({ shown }) => shown))
  const query = (code: string) => {
    const asked = new URLSearchParams({ municipality: code })
    if (direction) asked.set('direction', direction)
    if (day !== today) asked.set('day', day)
    if (known) asked.set('known', known)
    return `/experts?${asked}`
  }
  return (
    <ul className={styles.tiles}>
      {places.map(({ code, name, shown }) => (
        <li key={code} className={styles.tile} data-step={shown === 0 ? 0 : Math.ceil((3 * shown) / most)}>
          <Anchor href={query(code)}>{name}</Anchor>
          <span className={styles.count}>{shown === 0 ? words.nobody : format.number(shown)}</span>
        </li>
      ))}
    </ul>
  )
}
