import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './cabinet-main.module.css'
import type { Place } from './desk.ts'

/** Where the person works; without duties it takes no place. */
export function Desk({ desk }: { desk: readonly Place[] }) {
  const { desk: words, start } = useMessages().accounts.cabinet
  if (desk.length === 0) return null
  return (
    <nav aria-labelledby="desk" className={styles.side}>
      <h2 id="desk">{words.title}</h2>
      <ul>
        {desk.map(({ code, href, waiting }) => (
          <li key={code} className={styles.place}>
            <Anchor href={href}>{words[code]}</Anchor>
            {waiting > 0 && <Tag tone="amber">{start.waiting(waiting)}</Tag>}
          </li>
        ))}
      </ul>
    </nav>
  )
}
