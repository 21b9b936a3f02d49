-- What somebody sees: a report at its line, and all of it in a window that floats. Takes a picture of the screen and ends.

vim.opt.number = true
vim.opt.signcolumn = 'yes'
vim.opt.termguicolors = true
vim.opt.shortmess:append('F')
vim.cmd('highlight SignColumn guibg=NONE | highlight Pmenu guibg=#2e3440 guifg=#d8dee9 | highlight LineNr guifg=#697080')
vim.cmd('highlight DiagnosticError guifg=#ff6c6b | highlight DiagnosticUnderlineError guisp=#ff6c6b guifg=#ff6c6b gui=underline')

local function seen(condition)
  return vim.wait(120000, condition, 20)
end

local function picture()
  vim.cmd('edit src/main/java/demo/Shop.java')
  assert(seen(function() return #vim.diagnostic.get(0) == 1 end), 'no report is seen')
  vim.api.nvim_win_set_cursor(0, { 20, 24 })
  vim.fn.winrestview({ topline = 9 })
  vim.diagnostic.open_float(nil, { scope = 'line' })
  vim.cmd('redraw!')
  -- The terminal draws what it has been sent when it has the time.
  vim.wait(2000, function() return false end)
  vim.fn.system({ 'import', '-window', 'root', vim.env.PICTURE })
  assert(vim.v.shell_error == 0, 'no picture is taken')
end

local ok, failure = xpcall(picture, debug.traceback)
vim.fn.writefile({ ok and 'seen' or failure }, vim.env.PICTURE .. '.txt')
vim.cmd('qall!')
