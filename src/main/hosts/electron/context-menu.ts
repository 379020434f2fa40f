import { type BrowserWindow, type ContextMenuParams, clipboard, Menu, type MenuItemConstructorOptions } from 'electron'
import type { HostText } from '#main/hosts/host-texts.ts'
import { isExternal } from './external-links.ts'

const separator: MenuItemConstructorOptions = { type: 'separator' }

/** Gives a window a context menu, which Electron itself does not have. */
export function addContextMenu(window: BrowserWindow, texts: () => HostText): void {
  window.webContents.on('context-menu', (_event, params) => {
    const items = contextMenu(params, texts(), (word) => window.webContents.replaceMisspelling(word))
    if (items.length === 0) return
    const { frame, menuSourceType, x, y } = params
    Menu.buildFromTemplate(items).popup({ window, ...(frame ? { frame } : {}), sourceType: menuSourceType, x, y })
  })
}

/** Menu items for what was clicked; empty where nothing can be done with it. */
function contextMenu(
  params: ContextMenuParams,
  t: HostText,
  replace: (word: string) => void,
): MenuItemConstructorOptions[] {
  const link = isExternal(params.linkURL) ? params.linkURL : null
  const groups = [
    spelling(params, t, replace),
    params.isEditable ? editing(params, t) : [],
    !params.isEditable && params.selectionText.trim() !== '' ? [{ role: 'copy' as const, label: t('menuCopy') }] : [],
    link === null ? [] : [{ label: t('menuCopyLink'), click: () => void clipboard.writeText(link) }],
  ]
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [separator, ...group]))
}

function spelling(
  { misspelledWord, dictionarySuggestions }: ContextMenuParams,
  t: HostText,
  replace: (word: string) => void,
): MenuItemConstructorOptions[] {
  if (misspelledWord === '') return []
  if (dictionarySuggestions.length === 0) return [{ label: t('menuNoSuggestions'), enabled: false }]
  return dictionarySuggestions.map((word) => ({ label: word, click: () => replace(word) }))
}

function editing({ editFlags }: ContextMenuParams, t: HostText): MenuItemConstructorOptions[] {
  return [
    { role: 'undo', label: t('menuUndo'), enabled: editFlags.canUndo },
    { role: 'redo', label: t('menuRedo'), enabled: editFlags.canRedo },
    separator,
    { role: 'cut', label: t('menuCut'), enabled: editFlags.canCut },
    { role: 'copy', label: t('menuCopy'), enabled: editFlags.canCopy },
    { role: 'paste', label: t('menuPaste'), enabled: editFlags.canPaste },
    separator,
    { role: 'selectAll', label: t('menuSelectAll'), enabled: editFlags.canSelectAll },
  ]
}
