import "./style/tokens.css";
import "./style/base.css";
import "./style/parts.css";
import "./style/layout.css";
import { render } from "preact";
import { App } from "./app";
import "./style/print.css";

render(<App />, document.getElementById("app")!);
