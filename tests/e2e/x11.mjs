// What a window manager does when a window's cross is pressed: asks the program to close it, by the
// X11 protocol. Just enough of that protocol for one question, so that no tool need be installed.

import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';

const OPCODE = { getAttributes: 3, queryTree: 15, internAtom: 16, getProperty: 20, sendEvent: 25 };
const CLIENT_MESSAGE = 33;
const ANY_TYPE = 0;
const VIEWABLE = 2;
const CURRENT_TIME = 0;
const UNIT = 4;

const padded = (bytes) => Buffer.concat([bytes, Buffer.alloc(-bytes.length & (UNIT - 1))]);

/**
 * Asks every window that is seen on this display to close, and tells how many there were. Where no window manager runs, those are the children of the root window.
 */
export async function askToClose(display = process.env.DISPLAY ?? '') {
  const server = await Server.connect(display);
  try {
    const protocols = await server.atom('WM_PROTOCOLS');
    const deleteWindow = await server.atom('WM_DELETE_WINDOW');
    let asked = 0;
    for (const window of await server.children(server.root)) {
      const asks = (await server.property(window, protocols)).includes(deleteWindow);
      if (!asks || !(await server.isSeen(window))) continue;
      await server.message(window, protocols, [deleteWindow, CURRENT_TIME]);
      asked += 1;
    }
    return asked;
  } finally {
    server.end();
  }
}

/** A connection to an X server of this machine; one request at a time. */
class Server {
  #socket;
  #chunks;

  static async connect(display) {
    const number = /^:(\d+)/u.exec(display)?.[1];
    if (number === undefined) throw new Error(`no display of this machine: ${display}`);
    const server = new Server();
    server.#socket = connect(`/tmp/.X11-unix/X${number}`);
    server.#chunks = server.#socket[Symbol.asyncIterator]();
    await server.#greet(await cookie(number));
    return server;
  }

  end() {
    this.#socket.destroy();
  }

  /** The number of a name. */
  async atom(name) {
    const bytes = Buffer.from(name);
    const length = Buffer.alloc(4);
    length.writeUInt16LE(bytes.length);
    const reply = await this.#ask(OPCODE.internAtom, Buffer.concat([length, padded(bytes)]));
    return reply.readUInt32LE(8);
  }

  async children(window) {
    const reply = await this.#ask(OPCODE.queryTree, words(window));
    const count = reply.readUInt16LE(16);
    return Array.from({ length: count }, (_, k) => reply.readUInt32LE(32 + k * UNIT));
  }

  async isSeen(window) {
    const reply = await this.#ask(OPCODE.getAttributes, words(window));
    return reply[26] === VIEWABLE;
  }

  /** A property that is a list of numbers; empty where it is not set. */
  async property(window, name) {
    const reply = await this.#ask(OPCODE.getProperty, words(window, name, ANY_TYPE, 0, 64));
    const count = reply[1] === 32 ? reply.readUInt32LE(16) : 0;
    return Array.from({ length: count }, (_, k) => reply.readUInt32LE(32 + k * UNIT));
  }

  /** Sends a message to a window, and waits until the server has it. */
  async message(window, type, data) {
    const event = Buffer.alloc(32);
    event.writeUInt8(CLIENT_MESSAGE, 0);
    event.writeUInt8(32, 1);
    event.writeUInt32LE(window, 4);
    event.writeUInt32LE(type, 8);
    data.forEach((word, k) => event.writeUInt32LE(word, 12 + k * UNIT));
    this.#send(OPCODE.sendEvent, Buffer.concat([words(window, 0), event]));
    await this.children(this.root);
  }

  async #greet({ name, data }) {
    const head = Buffer.alloc(12);
    head.write('l');
    head.writeUInt16LE(11, 2);
    head.writeUInt16LE(name.length, 6);
    head.writeUInt16LE(data.length, 8);
    this.#socket.write(Buffer.concat([head, padded(name), padded(data)]));
    const welcome = await this.#read(8, (bytes) => bytes.readUInt16LE(6) * UNIT);
    if (welcome[0] !== 1) throw new Error('the X server turned the connection away');
    const vendor = welcome.readUInt16LE(24);
    const formats = welcome[29];
    const screen = 40 + vendor + (-vendor & (UNIT - 1)) + formats * 8;
    this.root = welcome.readUInt32LE(screen);
  }

  #send(opcode, body) {
    const head = Buffer.alloc(UNIT);
    head.writeUInt8(opcode);
    head.writeUInt16LE((head.length + body.length) / UNIT, 2);
    this.#socket.write(Buffer.concat([head, body]));
  }

  async #ask(opcode, body) {
    this.#send(opcode, body);
    const reply = await this.#read(32, (bytes) => (bytes[0] === 1 ? bytes.readUInt32LE(4) * UNIT : 0));
    if (reply[0] !== 1) throw new Error(`the X server answered ${reply[0]}, ${reply[1]}`);
    return reply;
  }

  /** Reads one answer: so many bytes, and as many more as those say. */
  async #read(least, more) {
    let bytes = Buffer.alloc(0);
    const long = () => bytes.length >= least && bytes.length >= least + more(bytes);
    while (!long()) {
      const { value, done } = await this.#chunks.next();
      if (done) throw new Error('the X server hung up');
      bytes = Buffer.concat([bytes, value]);
    }
    return bytes;
  }
}

const words = (...numbers) => {
  const bytes = Buffer.alloc(numbers.length * UNIT);
  numbers.forEach((number, k) => bytes.writeUInt32LE(number, k * UNIT));
  return bytes;
};

/** What the server wants to be shown, from the file that `XAUTHORITY` names. */
async function cookie(display) {
  const none = { name: Buffer.alloc(0), data: Buffer.alloc(0) };
  const path = process.env.XAUTHORITY ?? `${process.env.HOME}/.Xauthority`;
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  let at = 0;
  const field = () => {
    const length = bytes.readUInt16BE(at);
    at += 2 + length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    at += 2; // The family of the address.
    const [, number, name, data] = [field(), field(), field(), field()];
    if (number.length === 0 || number.toString() === display) return { name, data };
  }
  return none;
}
