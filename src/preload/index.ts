import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { DESKTOP_API, DESKTOP_CHANNELS, type DesktopApi, type DesktopCommand } from '#shared/contract/desktop.ts'

/** Fixed channels only: the page can neither name a channel nor see an event of Electron. */
const api: DesktopApi = {
  onCommand(listener) {
    const forward = (_event: IpcRendererEvent, command: DesktopCommand) => listener(command)
    ipcRenderer.on(DESKTOP_CHANNELS.command, forward)
    return () => {
      ipcRenderer.off(DESKTOP_CHANNELS.command, forward)
    }
  },
  setTheme: (theme) => ipcRenderer.invoke(DESKTOP_CHANNELS.setTheme, theme),
  savePdf: (request) => ipcRenderer.invoke(DESKTOP_CHANNELS.savePdf, request),
}

contextBridge.exposeInMainWorld(DESKTOP_API, api)
