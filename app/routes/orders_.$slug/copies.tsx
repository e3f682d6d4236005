import type { OrderCopy } from '#app/domain/experts/copies.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { FileLink } from '#app/ui/file-link.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './copies.module.css'

type Copy = Omit<OrderCopy, 'enteredAt'> & { enteredAt: string | Date }

/** Signed copies of the order for those who read orders; the way to add one for those who enter them. */
export function Copies({ slug, copies, add }: { slug: string; copies: readonly Copy[]; add: boolean }) {
  const words = useMessages().experts.copy
  if (copies.length === 0 && !add) return null
  return (
    <section className={styles.copies}>
      <Stack gap={2}>
        <h2>{words.heading}</h2>
        {copies.length === 0 && <p>{words.none}</p>}
        <ul>
          {copies.map(({ id, name, detached, size, enteredAt }) => (
            <li key={id}>
              <FileLink
                href={`/orders/${slug}/copies/${id}`}
                kind={detached ? 'SIG' : (name.split('.').at(-1) ?? '').toUpperCase()}
                bytes={size}
              >
                {name}
              </FileLink>
              <small>
                <Time value={enteredAt} as="date" />
              </small>
            </li>
          ))}
        </ul>
        {add && (
          <div>
            <LinkButton href={`/orders/${slug}/copy`} small>
              {words.add}
            </LinkButton>
          </div>
        )}
      </Stack>
    </section>
  )
}
