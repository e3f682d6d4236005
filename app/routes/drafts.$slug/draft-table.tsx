import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useAround } from './around.ts'
import { Words } from './block-words.tsx'
import styles from './draft-text.module.css'
import { shortId, type Unit } from './layout.ts'
import type { BlockView } from './views.ts'

/** A table of the document; it scrolls inside itself, and each row has a place for a remark. */
export function DraftTable({ unit }: { unit: Unit }) {
  const { reviews } = useMessages()
  const rows = unit.inside.filter(({ kind }) => kind === 'row')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.table} aria-label={unit.block.address} tabIndex={0}>
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row.blockId} id={shortId(row.blockId)}>
              {unit.inside
                .filter((cell) => cell.parentId === row.blockId)
                .map((cell) => (
                  <Cell key={cell.blockId} cell={cell} inside={unit.inside} />
                ))}
              <RowAdd row={row} label={reviews.addTo(row.address)} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cell({ cell, inside }: { cell: BlockView; inside: readonly BlockView[] }) {
  const Element = cell.data.header ? 'th' : 'td'
  const further = inside.filter(({ parentId }) => parentId === cell.blockId)
  return (
    <Element colSpan={cell.data.colspan} rowSpan={cell.data.rowspan} id={shortId(cell.blockId)}>
      <Words block={cell} />
      {further.map((block) => (
        <div key={block.blockId} className={styles.further}>
          {block.kind === 'item' && <span className={styles.bullet}>{block.number ?? '–'} </span>}
          <Words block={block} />
        </div>
      ))}
    </Element>
  )
}

function RowAdd({ row, label }: { row: BlockView; label: string }) {
  const { slug, open } = useAround()
  if (!open) return null
  return (
    <td className={styles.rowAdd} data-print="off">
      <a
        className={styles.addInRow}
        href={`/drafts/${slug}/remark?block=${row.blockId}`}
        data-add={row.blockId}
      >
        <span aria-hidden="true">+</span>
        <VisuallyHidden>{label}</VisuallyHidden>
      </a>
    </td>
  )
}
