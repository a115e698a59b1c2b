import * as react from 'react';
import * as dom from 'react-dom';
import { reactApp } from './react-app.js';

const app = reactApp(react, dom);
export const render = async () => app.render(await import('react-dom/server'));
export const hydrate = async (report) => app.hydrate(await import('react-dom/client'), report);
export const { next } = app;
