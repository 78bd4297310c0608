import './app.css';

import { mount } from 'svelte';

import App from './App.svelte';
import { connect } from './backend';
import { Session } from './state/session.svelte';

const target = document.getElementById('app');
if (target) {
  const session = new Session(await connect());
  mount(App, { target, props: { session } });
  await session.start();
}
