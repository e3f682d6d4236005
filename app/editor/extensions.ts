/**
 * The schema of draft documents, shared by the browser's editor and the server.
 *
 * A structural unit with words is exactly a textblock (heading, paragraph, footnote), so a text offset inside a unit
 * equals the ProseMirror offset inside its node: a hard break counts one. A list item and a table cell are known by their first
 * paragraph; tables and rows have ids of their own and no words.
 */
import type { Extensions } from '@tiptap/core'
import { TableKit } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { BlockIds } from './block-ids.ts'
import { Figure, type FigureOptions, Footnote, NoteRef, Subscript, Superscript } from './figures.ts'
import { FlatTables } from './flat-tables.ts'
import { isSafeHref } from './links.ts'
import { Notes, type NotesOptions } from './notes.ts'

/** Every extension of a draft: the schema, history, lists, links, tables, pictures, footnotes and block ids. */
export function draftExtensions(
  figures: Partial<FigureOptions> = {},
  notes: Partial<NotesOptions> = {},
): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [1, 2, 3, 4] },
      code: false,
      codeBlock: false,
      horizontalRule: false,
      strike: false,
      underline: false,
      trailingNode: false,
      link: {
        openOnClick: false,
        protocols: ['mailto', 'tel'],
        isAllowedUri: (url) => isSafeHref(url),
        HTMLAttributes: { rel: 'noopener nofollow', target: null },
      },
    }),
    TableKit.configure({ table: { resizable: false }, tableCell: {}, tableHeader: {} }),
    FlatTables,
    Figure.configure(figures),
    Footnote,
    NoteRef,
    Superscript,
    Subscript,
    Notes.configure(notes),
    BlockIds,
  ]
}
